import type { Topics } from './topics.ts';

/** Problems in words that are worked out to what they ask for: the first calculation beside every way to it. Marked ✗. */
export const workedOut: Topics = {
  'calculations in the order of their operations': {
    flagged: [
      'Evaluate 20 − 8 ÷ 4 + 3².\n3² = 9\n20 − 8 = 12, 12 ÷ 4 = 3 ✗\n3 + 9 = 12',
      'Work out 40 ÷ 2 × 5.\n2 × 5 = 10 ✗\n40 ÷ 10 = 4',
    ],
    passed: [
      'Evaluate 20 − 8 ÷ 4 + 3².\n8 ÷ 4 = 2\n20 + 9 = 29\n29 − 2 = 27',
      'Work out 40 ÷ 2 × 5.\n40 × 5 = 200\n200 ÷ 2 = 100',
      'Work out 23 × 14 + 5.\n20 × 14 = 280',
    ],
  },
  'percentages, shares and ratios': {
    flagged: [
      'A bike costs £150. It is reduced by 20 %. Find the sale price.\n10% = 15\n20% of 150 = 30\n150 + 30 = 180 ✗',
      'A phone was £250 and is now £300. Find the percentage increase.\nIncrease = 300 − 250 = 50\n50 ÷ 300 × 100 = 16.7 % ✗',
      'In a club the ratio of men to women is 2 : 3. There are 40 members. How many are women?\n2/3 of 40 = 26.7 ✗\nabout 27 women',
      'Kim ate 1/5 of a cake and Lou ate 1/2 of what was left. What fraction remains?\nleft after Kim: 4/5\nso 4/5 − 1/2 = 3/10 remains ✗',
    ],
    passed: [
      'A bike costs £150. It is reduced by 20 %. Find the sale price.\n80% of 150\n= 120\nIt costs £120.',
      'A phone was £250 and is now £300. Find the percentage increase.\n300/250 = 1.2\nso 20 %',
      'In a club the ratio of men to women is 2 : 3. There are 40 members. How many are women?\n5 parts, 40/5 = 8\n3 × 8 = 24 women',
      'How much money should Ann bring for boots, if the original price is $90 and there is a discount of 20%?\n20/100 × 90 = 18\n90 − 18 = 72',
    ],
  },
  'more figures and choices': {
    flagged: [
      'A trapezium has parallel sides 4 cm and 10 cm and height 5 cm. Find its area.\n4 + 10 = 14\n14 × 5 = 70 cm² ✗',
      'From 7 boys and 4 girls, 2 boys and 2 girls are chosen. How many ways?\nC(7,2) = 21\nC(4,2) = 6\n21 + 6 = 27 ✗',
      'Give 38 762 to 2 significant figures.\n38 762 ≈ 38 000 ✗',
      'The average of three numbers is 30. Two of them are 25 and 28. What is the third?\n3 × 30 = 90\n90 − 25 + 28 = 93 ✗',
    ],
    passed: [
      'A trapezium has parallel sides 4 cm and 10 cm and height 5 cm. Find its area.\n(4 + 10)/2 = 7\n7 × 5 = 35 cm²',
      'From 7 boys and 4 girls, 2 boys and 2 girls are chosen. How many ways?\n21 · 6 = 126',
      'Give 38 762 to 2 significant figures.\n38 762 ≈ 39 000',
      'The average of three numbers is 30. Two of them are 25 and 28. What is the third?\n5 + 2 = 7\n30 + 7 = 37',
    ],
  },
  'proportion, units and money': {
    flagged: [
      'Pears cost £2.40 per kg. Find the cost of 500 g.\n500 g = 0.5 kg\n2.40 ÷ 0.5 = £4.80 ✗',
      'A map has scale 1 : 50 000. Two farms are 4 cm apart on the map. Find the real distance.\n4 × 50 000 = 200 000 cm\n200 000 cm = 20 km ✗',
      'A rectangular rug is 3 m long and 150 cm wide. Find its area in m².\nA = 3 × 150 = 450 m² ✗',
      'One tile covers 0.2 m². Give the area of 10 tiles in cm².\n10 × 0.2 = 2 m²\n2 m² = 2 × 100 = 200 cm² ✗',
      'Find the circumference of a circle of radius 3.5 cm to 1 decimal place.\nC = 7π ≈ 21.9 cm ✗',
    ],
    passed: [
      'Pears cost £2.40 per kg. Find the cost of 500 g.\nhalf of 2.40 is 1.20\n£1.20',
      '8 taps fill a pool in 6 hours. How long for 12 taps?\n8 × 6 = 48 tap-hours\n48 / 12 = 4 h',
      'A rectangular rug is 3 m long and 150 cm wide. Find its area in m².\n300 × 150 = 45 000 cm²\n45 000 ÷ 10 000 = 4.5 m²',
      'Find the circumference of a circle of radius 3.5 cm to 1 decimal place.\nC = 7π ≈ 21.99 ≈ 22.0 cm',
      'y is proportional to the square of x. y = 20 when x = 2. Find y when x = 5.\ny = kx²\n20 = 4k, k = 5\ny = 5 × 25 = 125',
    ],
  },
  'chance, counting and data': {
    flagged: [
      'A coin is biased with P(heads) = 0.7. It is thrown 4 times. Find the probability of exactly 3 heads.\nP = 0.7³ × 0.3 = 0.1029 ✗',
      'How many different arrangements are there of the letters of PAPAYA?\n6! = 720\n720 ÷ 6 = 120 ✗',
      'The regression line is y = 2.5 + 0.5x. For x = 4 the observed value is 6. Find the residual.\npredicted = 2.5 + 2 = 4.5\nresidual = 4.5 − 6 = −1.5 ✗',
      'A test has mean 60 and standard deviation 5. Find the z-score of a mark of 50.\nz = (60 − 50)/5 = 2 ✗',
    ],
    passed: [
      'A coin is biased with P(heads) = 0.7. It is thrown 4 times. Find the probability of exactly 3 heads.\n4 · 0.343 · 0.3\n= 0.4116',
      'How many different arrangements are there of the letters of PAPAYA?\n6!/(3! · 2!) = 720/12 = 60',
      'The regression line is y = 2.5 + 0.5x. For x = 4 the observed value is 6. Find the residual.\n2.5 + 2 = 4.5\n6 − 4.5 = 1.5',
      'A disease affects 2% of people. A test detects 95% of the ill and is wrongly positive for 4% of the healthy. Someone tests positive. Find the probability that they are ill.\n0.02 · 0.95 = 0.019\n0.98 · 0.04 = 0.0392\n0.019/0.0582 ≈ 0.326',
    ],
  },
};
