import type { Scene } from '../scene.ts';
import { coefficientNames, complexNames, determinantNames, differenceNames, wholeNames } from './algebra.ts';
import { averageNames, gradientNames, rootNames } from './calculus.ts';
import { conicNames, radiusNames } from './conics.ts';
import { constantNames, partNames } from './identities.ts';
import { asymptoteNames, slopeNames } from './lines.ts';
import { residueNames } from './modular.ts';
import type { Name } from './name.ts';
import { enclosedNames, revolutionNames } from './regions.ts';
import { progressionNames, sequenceNames } from './sequences.ts';
import { lineNames } from './space-lines.ts';
import { areaNames, cornerNames, crossNames, projectionNames, unitNames } from './vectors.ts';
import { waveNames } from './waves.ts';
import { compositionNames, divisionNames, harmonicNames, seriesNames } from './wholes.ts';

/** Names that a problem fixes, each behind the words without which it is not looked for. */
export const NAMERS: readonly (readonly [gate: RegExp, namer: (scene: Scene, problem: string) => readonly Name[]])[] = [
  [/\bunit vector/i, unitNames],
  [/\bproject/i, projectionNames],
  [/\bcross product\b|×|\\times|\bplane\b/i, crossNames],
  [/\barea\b/i, areaNames],
  [/\bparallelogram\b/i, cornerNames],
  [/\b(?:slope|gradient|lines?|perpendicular|parallel|bisector|normal|tangent|mid-?point|segment)\b/i, slopeNames],
  [/\basymptote/i, asymptoteNames],
  [/\baverage\b|\bmean value\b/i, averageNames],
  [/\bgradient\b|∇|\bdirection(?:al)?\b/i, gradientNames],
  [/\broots? of\b/i, rootNames],
  [/[a-zA-Z](?:_\{?n|ₙ)/, sequenceNames],
  [/\b(?:ellipse|hyperbola|foci|focus|eccentricity)\b/i, conicNames],
  [/\bdiameter\b/i, radiusNames],
  [/\bdeterminant\b|\beigen|\bcharacteristic/i, determinantNames],
  [/[²2]/, complexNames],
  [/\b(?:first principles|definition|difference quotient)\b/i, differenceNames],
  [/\bcoefficient of\b/i, coefficientNames],
  [/\b(?:expand|simplify|multiply)\b/i, wholeNames],
  [/\bdigit\b|\bremainder\b|mod/i, residueNames],
  [/\b(?:period|amplitude)\b/i, waveNames],
  [/\b(?:Taylor|Maclaurin|expan\w+|series)\b/i, seriesNames],
  [/[a-z]\s*(?:\(\s*)?[a-z]\s*\(|∘|\\circ/, compositionNames],
  [/\bdivide|÷|\\div/i, divisionNames],
  [/\bsum\b/i, progressionNames],
  [/\bA\b.*\bB\b/, constantNames],
  [/\bimaginary parts?\b/i, partNames],
  [/\b(?:area|enclosed|bounded)\b/i, enclosedNames],
  [/\b(?:rotat|revol)/i, revolutionNames],
  [/\bR\s*\\?(?:sin|cos)/, harmonicNames],
  [/\br\b.*=.*\(.*\).*\(.*\)/, lineNames],
];
