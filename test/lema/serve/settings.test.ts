import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsFor, settingsText, withSettings } from '../../../src/lema/serve/settings.ts';

const url = 'http://127.0.0.1:8080/v1';

test('the name of the model tells how it is asked; else a setting does', () => {
  expect(settingsFor(url, 'lema-nano', true)).toEqual({ 'lema.model.endpoint': url, 'lema.model.name': 'lema-nano' });
  expect(settingsFor(url, 'nano', true)).toMatchObject({ 'lema.model.protocol': 'lema' });
  expect(settingsFor(url, 'nano', false)).not.toHaveProperty(['lema.model.protocol']);
  expect(JSON.parse(`{${settingsText(settingsFor(url, 'a"b', false))}}`)).toEqual(settingsFor(url, 'a"b', false));
});

describe('writing into settings.json', () => {
  test.each([
    ['', '{\n  "k": "v"\n}\n'],
    ['{}', '{\n  "k": "v"\n}'],
    ['{\n  "a": 1, // one\n}\n', '{\n  "k": "v",\n  "a": 1, // one\n}\n'],
    ['{ "k": "old" /* mine */, "a": [1] }', '{ "k": "v" /* mine */, "a": [1] }'],
    ['{ "k": 5 }', '{ "k": "v" }'],
    ['{ "a": { "k": "inner" } }', '{\n  "k": "v", "a": { "k": "inner" } }'],
    ['{ "a": "k", "b//": "\\"k\\": 1" }', '{\n  "k": "v", "a": "k", "b//": "\\"k\\": 1" }'],
    ['// "k": "not this"\n{ "k": "old" }', '// "k": "not this"\n{ "k": "v" }'],
  ])('%j becomes %j', (before, after) => {
    expect(withSettings(before, { k: 'v' })).toBe(after);
  });

  test.each(['[1]', '{ "a": ', 'k = v', '"text"'])('%j is left alone', before => {
    expect(() => withSettings(before, { k: 'v' })).toThrow(/put them right in the editor first/);
  });

  test('any object keeps what it has and gets what is written', () => {
    const values = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(values, fc.string(), fc.string(), fc.constantFrom(0, 2), (object, key, value, indent) => {
        fc.pre(key !== '__proto__' && !Object.hasOwn(object, '__proto__'));
        fc.pre(typeof object[key] !== 'object');
        expect(JSON.parse(withSettings(JSON.stringify(object, null, indent), { [key]: value }))).toEqual(
          JSON.parse(JSON.stringify({ ...object, [key]: value })),
        );
      }),
    );
  });
});
