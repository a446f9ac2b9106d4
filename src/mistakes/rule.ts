import type { Expr, Statement } from '../math/expr.ts';

/** A stable kebab-case name, such as `power-over-sum`. */
export type MistakeId = string;

/** What a rule's letters stand for at the place where it fired. */
export type Terms = Readonly<Record<string, Expr>>;

/** One wrong rewriting of a node, with what stands there by right where the rule knows it. */
export interface Rewriting {
  readonly wrong: Expr | Statement;
  readonly right?: Expr | Statement;
  readonly terms: Terms;
}

/** Every wrong rewriting of exactly this node (not of its parts). Most rules give a pattern instead: see `pattern.ts`. */
export type Rewrite = (node: Expr | Statement) => readonly Rewriting[];

/**
 * `local`: rewrites a term. `equation`: rewrites a whole relation. `operator`: what d/dx, ∫ or lim does to its body.
 * `numbers`: written column or decimal work. `slip`: no rule behind it, a hand or an eye that slipped.
 * `story`: between the words of a problem and the calculation.
 */
export type Tier = 'local' | 'equation' | 'operator' | 'numbers' | 'slip' | 'story';

/**
 * A wrong rule that students are known to use.
 * The texts are templates: `{a}` prints the term that the letter `a` stands for, `{2*a*b}` computes with such terms,
 * `{site}` prints the rewritten term, `{wrong}` and `{right}` what it became and what it should have become.
 */
export interface Rule {
  readonly id: MistakeId;
  /** Number in the catalogue of published mal-rules, for cross-reference. */
  readonly ref: string;
  /** Short title, lower case, no full stop. */
  readonly name: string;
  readonly family: string;
  readonly tier: Tier;
  /** How often it is met against the other rules of its kind, 0 to 1. */
  readonly prior: number;
  /** Each a pattern `left → right` or a function. */
  readonly wrong: readonly (string | Rewrite)[];
  /** The right rewriting as a pattern's right-hand side; left out where tidying the term gives it. */
  readonly right?: string;
  /** The pattern's terms must stand in the written order. */
  readonly ordered?: boolean;
  readonly why: string;
  /** The principle as a question. Never contains `{right}`. */
  readonly ask: string;
  /** The same rule on another example. */
  readonly elsewhere: string;
}

type Entry = Omit<Rule, 'family' | 'tier' | 'prior' | 'wrong'> & {
  readonly wrong: string | Rewrite | readonly (string | Rewrite)[];
  readonly prior?: number;
  readonly tier?: Tier;
};

/** A family of rules from its entries: fills in family, tier and the usual prior of 0.5. */
export function family(name: string, tier: Tier, entries: readonly Entry[]): readonly Rule[] {
  return entries.map(entry => ({
    prior: 0.5,
    tier,
    ...entry,
    family: name,
    wrong: typeof entry.wrong === 'string' || typeof entry.wrong === 'function' ? [entry.wrong] : entry.wrong,
  }));
}
