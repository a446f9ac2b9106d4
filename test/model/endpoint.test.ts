import { expect, test } from 'vitest';
import { normaliseBaseUrl, placeOf, staysHere } from '../../src/model/endpoint.ts';

test.each([
  ['localhost:8000', 'http://localhost:8000/v1'],
  ['127.0.0.1:11434/', 'http://127.0.0.1:11434/v1'],
  ['http://localhost:8080/v1/', 'http://localhost:8080/v1'],
  ['http://localhost:8080/v1/chat/completions', 'http://localhost:8080/v1'],
  ['http://localhost:8080/v1/models?x=1#y', 'http://localhost:8080/v1'],
  ['http://localhost:1234//v1//completions//', 'http://localhost:1234/v1'],
  ['  https://api.example.com  ', 'https://api.example.com/v1'],
  ['gpu.school.example:8000', 'https://gpu.school.example:8000/v1'],
  ['https://openrouter.example/api/v1', 'https://openrouter.example/api/v1'],
  ['https://gateway.example/v1beta/openai/', 'https://gateway.example/v1beta/openai'],
  ['https://gateway.example/tutor', 'https://gateway.example/tutor/v1'],
  ['http://[::1]:8000', 'http://[::1]:8000/v1'],
  ['HTTP://LOCALHOST:8000/V1', 'http://localhost:8000/V1'],
])('%s means %s', (written, url) => {
  expect(normaliseBaseUrl(written)).toEqual({ url });
  expect(normaliseBaseUrl(url)).toEqual({ url });
});

test.each([
  ['', /Enter the address/],
  ['   ', /Enter the address/],
  ['ftp://models.example', /http or https, not by ftp/],
  ['file:///etc/passwd', /not by file/],
  ['javascript://alert(1)', /not by javascript/],
  ['http://', /not an address/],
  ['not an address', /not an address/],
  ['http://local host:8000', /not an address/],
  ['http://anna:secret@models.example/v1', /Leave the name and password out/],
  ['http://host:99999', /not an address/],
])('%j is refused', (written, problem) => {
  const refused = normaliseBaseUrl(written);
  expect('problem' in refused && refused.problem).toMatch(problem);
  expect(JSON.stringify(refused)).not.toContain('secret');
});

test.each([
  ['http://localhost:8000/v1', true, 'localhost:8000'],
  ['http://127.0.0.1:8000/v1', true, '127.0.0.1:8000'],
  ['http://127.1.2.3/v1', true, '127.1.2.3'],
  ['http://[::1]:8000/v1', true, '[::1]:8000'],
  ['https://localhost.example.com/v1', false, 'localhost.example.com'],
  ['https://api.example.com/v1', false, 'api.example.com'],
  ['http://192.168.1.7:8000/v1', false, '192.168.1.7:8000'],
  ['nonsense', false, 'the model server'],
])('text sent to %s stays on this machine: %s', (url, here, place) => {
  expect(staysHere(url)).toBe(here);
  expect(placeOf(url)).toBe(place);
});
