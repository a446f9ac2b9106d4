import { type Draw, decimal, type Templates } from './draw.ts';

const NAMES = ['Mia', 'Omar', 'Lena', 'Ravi', 'Noah', 'Aiko', 'Sara', 'Tom', 'Ines', 'Kofi', 'Elif', 'Jonas'] as const;
const name = (draw: Draw): string => draw.pick(NAMES);

/** Word problems, solved in sentences. */
export const stories: Templates = {
  'boxes and pieces': draw => {
    const [who, thing] = [name(draw), draw.pick(['eggs', 'pencils', 'apples', 'stickers', 'tiles'])];
    const [boxes, each, loose] = [draw.number(3, 19), draw.number(6, 24), draw.number(4, 40)];
    const all = boxes * each;
    return {
      problem: `${who} has ${boxes} boxes with ${each} ${thing} in each, and ${loose} loose ones. How many ${thing} are there in all?`,
      steps: [
        `In the boxes there are ${boxes} * ${each} = ${all} ${thing}.`,
        `With the loose ones there are ${all} + ${loose} = ${all + loose} ${thing}.`,
      ],
    };
  },
  'shopping and change': draw => {
    const [who, thing] = [name(draw), draw.pick(['notebooks', 'tickets', 'books', 'plants'])];
    const [count, price, more] = [draw.number(2, 9), draw.number(3, 18), draw.number(5, 20)];
    const spent = count * price;
    const paid = Math.ceil((spent + more) / 50) * 50;
    return {
      problem: `${who} buys ${count} ${thing} for $${price} each and a bag for $${more}, and pays with $${paid}. How much change is there?`,
      steps: [
        `The ${thing} cost ${count} * $${price} = $${spent}.`,
        `Together with the bag that is $${spent} + $${more} = $${spent + more}.`,
        `The change is $${paid} - $${spent + more} = $${paid - spent - more}.`,
      ],
    };
  },
  'shared equally': draw => {
    const who = name(draw);
    const [friends, each, left] = [draw.number(3, 9), draw.number(4, 15), draw.number(2, 9)];
    const total = friends * each + left;
    return {
      problem: `${who} has ${total} sweets, keeps ${left} and shares the rest equally among ${friends} friends. How many sweets does each friend get?`,
      steps: [
        `There are ${total} - ${left} = ${total - left} sweets to share.`,
        `Each friend gets ${total - left} / ${friends} = ${each} sweets.`,
      ],
    };
  },
  'half as many': draw => {
    const who = name(draw);
    const [first, third] = [2 * draw.number(6, 60), draw.number(5, 40)];
    return {
      problem: `${who} sold ${first} cards in May, half as many in June and ${third} more in July than in June. How many cards were sold in all?`,
      steps: [
        `In June ${who} sold ${first} / 2 = ${first / 2} cards.`,
        `In July it was ${first / 2} + ${third} = ${first / 2 + third} cards.`,
        `Altogether ${first} + ${first / 2} + ${first / 2 + third} = ${2 * first + third} cards were sold.`,
      ],
    };
  },
  'distance and speed': draw => {
    const [v, t, w, s] = [draw.number(30, 90), draw.number(2, 6), draw.number(30, 90), draw.number(2, 5)];
    return {
      problem: `A train goes ${v} km an hour for ${t} hours and then ${w} km an hour for ${s} hours. How far does it go?`,
      steps: [
        `First it goes ${v} * ${t} = ${v * t} km.`,
        `Then it goes ${w} * ${s} = ${w * s} km.`,
        `In all it goes ${v * t} + ${w * s} = ${v * t + w * s} km.`,
      ],
    };
  },
  'weekly savings': draw => {
    const who = name(draw);
    const [week, cost, weeks] = [draw.number(12, 60), draw.number(3, 10), draw.number(4, 20)];
    return {
      problem: `${who} earns $${week} a week and spends $${cost} of it. How much is saved in ${weeks} weeks?`,
      steps: [
        `${who} saves ${week} - ${cost} = ${week - cost} dollars a week.`,
        `After ${weeks} weeks that is ${week - cost} * ${weeks} = ${(week - cost) * weeks} dollars.`,
      ],
    };
  },
  'percent in a story': draw => {
    const [rate, pupils] = [draw.pick([10, 20, 25, 30, 40, 60]), 20 * draw.number(4, 40)];
    const part = (rate * pupils) / 100;
    return {
      problem: `Of ${pupils} pupils ${rate}% walk to school. How many do not walk?`,
      steps: [
        `${rate}% of ${pupils} is ${rate}/100 * ${pupils} = ${part} pupils.`,
        `So ${pupils} - ${part} = ${pupils - part} pupils do not walk.`,
      ],
    };
  },
  'area in a story': draw => {
    const [a, b, price] = [draw.number(4, 25), draw.number(4, 25), draw.number(2, 12)];
    return {
      problem: `A floor is ${a} m long and ${b} m wide. Tiles cost $${price} a square metre. What do the tiles cost?`,
      steps: [
        `The floor has an area of ${a} * ${b} = ${a * b} square metres.`,
        `The tiles cost ${a * b} * ${price} = ${a * b * price} dollars.`,
      ],
    };
  },
  'money with cents': draw => {
    const who = name(draw);
    const [price, count, paid] = [draw.number(105, 495) / 100, draw.number(2, 6), draw.pick([20, 30, 50])];
    const [cost, change] = [price * count, paid - price * count];
    return {
      problem: `${who} buys ${count} sandwiches for $${price.toFixed(2)} each and pays with $${paid}. How much money is left?`,
      steps: [
        `The sandwiches cost ${count} * ${price.toFixed(2)} = ${cost.toFixed(2)} dollars.`,
        `That leaves ${paid} - ${cost.toFixed(2)} = ${change.toFixed(2)} dollars.`,
      ],
    };
  },
  'age of two': draw => {
    const [a, b] = [name(draw), name(draw)];
    const [young, factor, years] = [draw.number(4, 12), draw.number(2, 5), draw.number(3, 15)];
    return {
      problem: `${a} is ${young} years old and ${b === a ? 'a cousin' : b} is ${factor} times as old. How old will they be together in ${years} years?`,
      steps: [
        `The older one is ${factor} * ${young} = ${factor * young} years old.`,
        `Together they are ${young} + ${factor * young} = ${young + factor * young} years old.`,
        `In ${years} years it will be ${young + factor * young} + 2 * ${years} = ${young + factor * young + 2 * years} years.`,
      ],
    };
  },
  'recipe for more people': draw => {
    const [people, grams, guests] = [draw.pick([2, 4, 5]), draw.number(10, 60), draw.number(6, 18)];
    return {
      problem: `A recipe for ${people} people needs ${people * grams} g of rice. How much rice do ${guests} people need?`,
      steps: [
        `One person needs ${people * grams} / ${people} = ${grams} g.`,
        `For ${guests} people that makes ${grams} * ${guests} = ${grams * guests} g.`,
      ],
    };
  },
  'filling a tank': draw => {
    const [rate, hours, leak] = [draw.number(20, 90), draw.number(3, 9), draw.number(2, 9)];
    return {
      problem: `A pump fills ${rate} litres an hour into a tank that loses ${leak} litres an hour. How much water is there after ${hours} hours, when it held ${decimal(rate)} litres before?`,
      steps: [
        `Every hour the tank gains ${rate} - ${leak} = ${rate - leak} litres.`,
        `In ${hours} hours that is ${rate - leak} * ${hours} = ${(rate - leak) * hours} litres.`,
        `With the water from before there are ${(rate - leak) * hours} + ${rate} = ${(rate - leak) * hours + rate} litres.`,
      ],
    };
  },
};
