import type { Topics } from './topics.ts';

/** Relations, counts, figures and data that a problem of more than one part fixes in one of them. */
export const relations: Topics = {
  'one part of a problem with several': {
    flagged: [
      'A lawn has the shape of a trapezium with parallel sides 10 m and 16 m that are 6 m apart. Seed costs €2 per square metre. What does the seed for the lawn cost?\n10 + 16 = 26\nA = 26 · 6 = 156 m² ✗\n156 · 2 = 312',
      'A crate is 6 cm long, 5 cm wide and 2 cm high. How much paper covers it completely?\ntop: 6 · 5 = 30 cm²\nfront: 6 · 2 = 12 cm², side: 5 · 2 = 10 cm²\ntogether: 30 + 12 + 10 = 52 cm² ✗\nYou need 52 cm².',
      'One card is drawn from a pack of 52. Find the probability that it is a spade or a queen.\nP(spade or queen) = 13/52 + 4/52 = 17/52 ✗',
      'Of 50 students, 30 learn French, 18 learn Spanish and 6 learn both. A student who learns French is chosen. What is the probability that this student learns Spanish?\nP(S | F) = 6/18 ✗\n= 1/3',
      'The probability of a hit is 0.7. Ina shoots 5 times. What is the probability of exactly 4 hits?\nP(X = 4) = 0.7⁴ · 0.3 ✗\n= 0.072',
      'A bus sails on a bearing of 040°. What is the bearing for the way back?\n180° − 40° = 140° ✗',
      'The area y of a tile is proportional to the square of its side x. At x = 3 it is y = 18. Find y for x = 5.\ny = kx ✗\n18 = 3k',
      'A box plot shows minimum 5, lower quartile 9, median 14, upper quartile 20, maximum 31. Find the interquartile range.\nIQR = 31 − 5 = 26 ✗',
      'The first row of a hall has 12 seats and each further row has 3 seats more. There are 10 rows. How many seats does the last row have?\n12 + 10·3 = 42 ✗',
      'A fence 40 m long has a post at each end and a post every 4 m. A post costs €5. What do the posts cost?\nSo 40 ÷ 4 = 10 posts are needed. ✗\n10 · 5 = 50',
      'Two triangles are similar. A side of the first is 4 cm, the corresponding side of the second 10 cm. The first has area 8 cm². Find the area of the second.\nk = 10/4 = 2.5\narea: 2.5 · 8 = 20 cm² ✗',
      'Group A (10 pupils) has a mean of 60 points and group B (30 pupils) a mean of 80 points. Find the mean of all 40 pupils.\nmean = (60 + 80)/2 = 70 ✗',
      'From a point on level ground 20 m from the foot of a mast, the angle of elevation of its top is 40°. How tall is the mast?\nsin 40° = h/20 ✗\nh ≈ 12.9',
      'A piece of pie is a sector with radius 6 cm and central angle 60°. Find its perimeter.\narc: 60/360 · 2π · 6 = 2π\nSo the perimeter is 2π ≈ 6.28 cm. ✗',
      'Evaluate 36 ÷ 6 × 2 + 1.\n36 ÷ 6 × 2 = 36 ÷ 12 = 3 ✗\n3 + 1 = 4',
      'Of 40 guests, 22 take soup, 18 take salad and 6 take neither. How many take both?\nboth: 22 + 18 − 40 = 0 ✗',
    ],
    passed: [
      'Ana has scores of 80, 90, 70, 95 and 85 on the first five tests, and the lowest of six scores is dropped. What score does she need on the sixth test to get an average of 90?\n80 + 90 + 95 + 85 = 350\n5 * 90 = 450\nShe needs 450 - 350 = 100 points.\n100',
      'A pond has 30 lilies, and their number doubles each week. How many are there after 4 weeks?\nafter the first week: 30 * 2 = 60\n60 * 2 = 120\n120 * 2 = 240\n240 * 2 = 480',
      'A shop sees 150 people every hour. This number doubles during the holidays. How many people come in 6 hours in the holidays?\n150 * 2 = 300 people an hour\n300 * 6 = 1800 people',
      'Resistors of 6 Ω and 3 Ω are connected in parallel to a 12 V battery. Find the total current.\nR = 6 · 3/(6 + 3) = 2 Ω\nI = U/R = 12/2 = 6 A',
      'A lawn has the shape of a trapezium with parallel sides 10 m and 16 m that are 6 m apart. Seed costs €2 per square metre. What does the seed for the lawn cost?\n10 + 16 = 26\n26 · 6 = 156\nA = 156/2 = 78 m²\n78 · 2 = 156 €',
      'A crate is 6 cm long, 5 cm wide and 2 cm high. How much paper covers it completely?\n30 + 12 + 10 = 52\n2 · 52 = 104 cm²',
      'One card is drawn from a pack of 52. Find the probability that it is a spade or a queen.\nP = 13/52 + 4/52 − 1/52 = 16/52 = 4/13',
      'Of 50 students, 30 learn French, 18 learn Spanish and 6 learn both. A student who learns French is chosen. What is the probability that this student learns Spanish?\nP(F) = 30/50, P(S) = 18/50\nP(S | F) = 6/30 = 1/5',
      'The probability of a hit is 0.7. Ina shoots 5 times. What is the probability of exactly 4 hits?\none order: 0.7⁴ · 0.3 = 0.07203\nthere are 5 orders\nP(X = 4) = 5 · 0.07203 ≈ 0.36',
      'A boat sails on a bearing of 200°. What is the bearing for the way back?\n200° − 180° = 20°, so 020°',
      'The first row of a hall has 12 seats and each further row has 3 seats more. There are 10 rows. How many seats does the last row have?\n12 + 9·3 = 39',
      'A fence 40 m long has a post at each end and a post every 4 m. A post costs €5. What do the posts cost?\n40 ÷ 4 = 10 gaps\n10 + 1 = 11 posts\n11 · 5 = 55 €',
      'Two triangles are similar. A side of the first is 4 cm, the corresponding side of the second 10 cm. The first has area 8 cm². Find the area of the second.\nk = 2.5\n8 · 2.5² = 50 cm²',
      'From a point on level ground 20 m from the foot of a mast, the angle of elevation of its top is 40°. How tall is the mast?\ntan 40° = h/20\nh ≈ 16.8 m',
      'A piece of pie is a sector with radius 6 cm and central angle 60°. Find its perimeter.\narc: 60/360 · 2π · 6 = 2π\nperimeter = 2π + 12 ≈ 18.3 cm',
      'Of 40 guests, 22 take soup, 18 take salad and 6 take neither. How many take both?\n40 − 6 = 34\n22 + 18 − 34 = 6',
    ],
  },
};
