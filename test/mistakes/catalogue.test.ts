import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRules, ruleById } from '../../src/mistakes/catalogue.ts';
import { compile, template } from '../../src/mistakes/pattern.ts';

const braces = (text: string): string[] => [...text.matchAll(/\{([^{}]+)\}/g)].map(found => found[1] ?? '');

describe('the catalogue', () => {
  test('names every rule once', () => {
    const ids = allRules.map(rule => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('finds a rule by its name and nothing by another', () => {
    for (const rule of allRules) expect(ruleById(rule.id)).toBe(rule);
    expect(ruleById('no-such-rule')).toBeUndefined();
  });

  test('has only patterns that can be read', () => {
    for (const rule of allRules) {
      for (const wrong of rule.wrong) if (typeof wrong === 'string') expect(() => compile(wrong), `${rule.id}: ${wrong}`).not.toThrow();
      if (rule.right) expect(() => template(rule.right ?? ''), rule.id).not.toThrow();
    }
  });

  test('has only explanations whose terms can be read', () => {
    for (const rule of allRules) {
      for (const term of braces(rule.why + rule.ask + rule.elsewhere)) {
        if (!['site', 'wrong', 'written', 'right'].includes(term)) expect(() => template(term), `${rule.id}: {${term}}`).not.toThrow();
      }
    }
  });

  test('speaks only of terms that every pattern of the rule names', () => {
    const lettersOf = (text: string): string[] => text.match(/(?<![a-z])[a-z](?![a-z])/g) ?? [];
    for (const rule of allRules) {
      const patterns = rule.wrong.filter(wrong => typeof wrong === 'string');
      const spoken = braces(rule.why + rule.ask).filter(term => !['site', 'wrong', 'written', 'right'].includes(term));
      for (const pattern of patterns) {
        const named = lettersOf((pattern.split('→')[0] ?? '').replace('dx', 'd x'));
        const missing = spoken.flatMap(lettersOf).filter(letter => !named.includes(letter) && letter !== 'e');
        expect(missing, `${rule.id}: ${pattern}`).toEqual([]);
      }
    }
  });

  test('asks a question that does not give the answer away', () => {
    for (const rule of allRules) {
      expect(braces(rule.ask), rule.id).not.toContain('right');
      expect(rule.ask, rule.id).toMatch(/[?.]$/);
      expect(rule.elsewhere, rule.id).not.toContain('{');
    }
  });

  test('speaks of the line and not of the student', () => {
    for (const rule of allRules) expect(`${rule.why} ${rule.ask}`, rule.id).not.toMatch(/\byou (believe|think|forgot|always|never)\b/i);
  });

  test('is covered: every rule is named in some test', () => {
    const folder = new URL('rules/', import.meta.url);
    const tests = readdirSync(folder)
      .map(file => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    const bare = allRules.filter(rule => !new RegExp(` : ${rule.id}$`, 'm').test(tests)).map(rule => rule.id);
    expect(bare).toEqual([]);
  });
});
