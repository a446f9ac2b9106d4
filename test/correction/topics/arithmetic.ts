import type { Topics } from './topics.ts';

/** Rounding, ratios, percentages, units, averages and fractions. Problem first, then the lines; the first mistaken line is marked ✗. */
export const arithmetic: Topics = {
  rounding: {
    flagged: [
      'Round 3.14159 to 3 significant figures\n3.14159 ≈ 3.15 ✗',
      'Round 0.004567 to 2 s.f.\n0.004567 ≈ 0.0045 ✗',
      'Round 2,648 to the nearest hundred\n2,648 ≈ 2,700 ✗',
      'Write 45000 in scientific notation\n$45000 = 4.5 \\times 10^5$ ✗',
      'Write 0.00032 in standard form\n0.00032 = 3.2 × 10^-5 ✗',
    ],
    passed: [
      'Round 3.14159 to 3 significant figures\n3.14159 ≈ 3.14',
      'Round 0.004567 to 2 s.f.\n0.004567 ≈ 0.0046',
      'Round 2,648 to the nearest hundred\n2,648 ≈ 2,600',
      'Round 7.85 to one decimal place\n7.85 ≈ 7.9',
      'Round 12.345 to 2 d.p.\n12.345 ≈ 12.35',
      'Write 45000 in scientific notation\n$45000 = 4.5 \\times 10^4$',
      'Write 0.00032 in standard form\n0.00032 = 3.2 × 10^-4',
    ],
  },
  ratios: {
    flagged: [
      'Divide $60 in the ratio 2:3\n2 + 3 = 5\n60 / 5 = 12\n2 × 12 = 24 and 3 × 12 = 38 ✗',
      'Solve the proportion 3:4 = x:20\n3x = 80 ✗',
      'Solve $\\frac{x}{6} = \\frac{5}{3}$\n$5x = 18$ ✗',
    ],
    passed: [
      'Simplify the ratio 12:18\n12:18 = 2:3',
      'Simplify the ratio 12:18:24\n12:18:24 = 2:3:4',
      'Divide $60 in the ratio 2:3\n2 + 3 = 5\n60 / 5 = 12\n2 × 12 = 24 and 3 × 12 = 36',
      'Solve the proportion 3:4 = x:20\n4x = 60\nx = 15',
      'Solve $\\frac{x}{6} = \\frac{5}{3}$\n$3x = 30$\n$x = 10$',
    ],
  },
  percent: {
    flagged: [
      'What is 15% of 80?\n15% of 80 = 1.5 × 80 = 120 ✗',
      '10 is what percent of 40?\n10/40 = 0.4 = 40% ✗',
      '10 is what percent of 40?\n10/40 = 4% ✗',
      'A shirt of $50 is reduced by 20%. Find the price.\n50 × 0.2 = 10\n50 - 10 = 45 ✗',
      'Find the percent change from 40 to 50.\n(50 - 40)/40 = 10/40 = 0.25 = 2.5% ✗',
      'Write 3/8 as a percent\n3/8 = 3.75% ✗',
      'Write 0.07 as a percent\n0.07 = 70% ✗',
    ],
    passed: [
      'What is 15% of 80?\n15% of 80 = 0.15 × 80 = 12',
      '10 is what percent of 40?\n10/40 = 0.25 = 25%',
      '10 is what percent of 40?\n10/40 = 25%',
      '10 is what percent of 40?\n10/40 × 100 = 25%',
      '10 is what percent of 40?\n10/40 × 100% = 25%',
      'A shirt of $50 is reduced by 20%. Find the price.\n20% of 50 = 10\n50 - 10 = 40',
      'A shirt of $50 is reduced by 20%. Find the price.\n50 × 0.8 = 40',
      'A shirt of $50 is reduced by 20%. Find the price.\n50 - 20% = 40',
      'Find the percent change from 40 to 50.\n(50 - 40)/40 = 10/40 = 0.25 = 25%',
      'Increase 200 by 5%\n200 × 1.05 = 210',
      'Write 3/8 as a percent\n3/8 = 0.375 = 37.5%',
    ],
  },
  'units and money': {
    flagged: ['Convert 2 m^2 to cm^2\n$2\\,\\text{m}^2 = 200\\,\\text{cm}^2$ ✗', 'What is the total?\n$3.50 + $2.75 = $5.25 ✗'],
    passed: [
      'Convert 2.5 km to m\n2.5 km = 2500 m',
      'Convert 3 hours to minutes\n3 h = 180 min',
      'Convert 90 km/h to m/s\n90 km/h = 90000 m / 3600 s = 25 m/s',
      'Convert 5000 g to kg\n5000 g = 5 kg',
      'Convert 2 m^2 to cm^2\n$2\\,\\text{m}^2 = 20000\\,\\text{cm}^2$',
      'Add 1 h 45 min and 2 h 30 min\n1 h 45 min + 2 h 30 min = 4 h 15 min',
      'Add 1 h 45 min and 2 h 30 min\n1 h 45 min + 2 h 30 min = 3 h 75 min',
      'How long is it from 9:40 to 11:15?\n11:15 - 9:40 = 1 h 35 min',
      'What is the total?\n$3.50 + $2.75 = $6.25',
    ],
  },
  averages: {
    flagged: [
      'Find the mean of 4, 8, 9\n(4 + 8 + 9)/3 = 21/3 = 8 ✗',
      'Find the mean of 4, 8, 9\nmean = (4 + 8 + 9) / 2 = 10.5 ✗',
      'Find the median of 3, 9, 5\nmedian = 9 ✗',
    ],
    passed: ['Find the mean of 4, 8, 9\n(4 + 8 + 9)/3 = 21/3 = 7', 'Find the median of 3, 9, 5\nmedian = 5'],
  },
  'fractions and mixed numbers': {
    flagged: [
      'Add 2 1/2 + 1 3/4\n2 1/2 + 1 3/4 = 3 4/6 ✗',
      'Subtract 5 1/3 - 2 2/3\n5 1/3 - 2 2/3 = 3 1/3 ✗',
      'Divide 3/4 ÷ 2/5\n3/4 ÷ 2/5 = 4/3 × 2/5 = 8/15 ✗',
      'Write 17/5 as a mixed number\n17/5 = 2 3/5 ✗',
      'Simplify 18/24\n18/24 = 9/12 = 4/3 ✗',
      'Simplify 5/5\n5/5 = 1/5 ✗',
      'Simplify 8/8\n8/8 = 0 ✗',
      'Multiply 3/5*4\n3/5*4 = 12/20 ✗',
      'Multiply 3/5*4\n3/5*4 = (3*4)/(5*4) = 12/20 ✗',
      '3/7 ÷ 3/7\n3/7 ÷ 3/7 = 9/49 ✗',
      'Order: 1/3, 1/4\n1/4 > 1/3 ✗',
      'Compare 0.3 and 0.12\n0.12 > 0.3 ✗',
    ],
    passed: [
      'Add 2 1/2 + 1 3/4\n2 1/2 + 1 3/4 = 3 + 5/4 = 4 1/4',
      'Subtract 5 1/3 - 2 2/3\n5 1/3 - 2 2/3 = 16/3 - 8/3 = 8/3 = 2 2/3',
      'Divide 3/4 ÷ 2/5\n3/4 ÷ 2/5 = 3/4 × 5/2 = 15/8',
      'Write 17/5 as a mixed number\n17/5 = 3 2/5',
      'Simplify 18/24\n18/24 = 3/4',
      'Multiply 3/5*4\n3/5*4 = (3*4)/5 = 12/5',
      'Order: 1/3, 1/4\n1/3 > 1/4',
    ],
  },
};
