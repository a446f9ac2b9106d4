import { call, num, product, quotient, sym } from '../../math/build.ts';
import { partsOf, someNode } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr } from '../../math/expr.ts';
import { expressionIn } from '../asked/text.ts';
import { isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';

const FORMULA = /(?:\b[yf](?:\(x\))? = |\bof )([^,;=]*?\b(?:sin|cos|tan)\b[^,;=?]*?)(?=[,;?]|\.(?:\s|$)| and\b| on\b| for\b|$)/;

/** Period and amplitude of the only sine, cosine or tangent of the problem. */
export function waveNames(_: Scene, problem: string): readonly Name[] {
  const body = expressionIn(FORMULA.exec(problem.replace(/\\(?=sin|cos|tan)/g, ''))?.[1]);
  const waves: (Expr & { kind: 'call' })[] = [];
  if (body)
    someNode(body, node => {
      if (node.kind === 'call' && /^(?:sin|cos|tan)$/.test(node.fn)) waves.push(node);
      return false;
    });
  const [wave, ...more] = waves;
  const speed = wave?.args[0] ? differentiate(wave.args[0], 'x') : null;
  if (!body || !wave || more.length > 0 || !speed || !isClosed(speed)) return [];
  const turn = product(num(wave.fn === 'tan' ? 1 : 2), sym('pi'));
  const height = heightOf(body, wave);
  return [
    { what: 'the period', is: /(?:\bperiod(?: is)?(?: [A-Z])? ?:?|^[TP])$/i, values: [[quotient(turn, call('abs', speed))]] },
    ...(height && wave.fn !== 'tan'
      ? [{ what: 'the amplitude', is: /\bamplitude(?: is)?(?: [aA])? ?:?$/i, values: [[call('abs', height)]] }]
      : []),
  ];
}

/** What a wave is multiplied by, where nothing but numbers is added. */
function heightOf(body: Expr, wave: Expr): Expr | null {
  if (body === wave) return num(1);
  if (body.kind === 'negate') return heightOf(body.arg, wave);
  if (body.kind === 'sum') {
    const [only, ...more] = body.terms.filter(term => !isClosed(term));
    return only && more.length === 0 ? heightOf(only, wave) : null;
  }
  if (body.kind !== 'product' || !partsOf(body).includes(wave)) return null;
  const others = body.factors.filter(factor => factor !== wave);
  return others.every(isClosed) ? product(...others) : null;
}
