/** A program that serves as a model server does: the words after `-e` are its port and how it behaves. */
export const FAKE_SERVER = `
import { createServer } from 'node:http';
const [port, behaviour = ''] = process.argv.slice(1);
const end = (code, said) => { console.error(said); process.exit(code); };
if (behaviour === 'says nothing and is gone') end(3, 'cannot go on');
if (behaviour === 'has no memory') end(1, 'RuntimeError: CUDA out of memory. Tried to allocate 2 GiB');
const loaded = Date.now() + (behaviour === 'slow to load' ? 500 : behaviour === 'never loads' ? 1e9 : 0);
createServer((request, response) => {
  if (Date.now() < loaded) return response.writeHead(503).end();
  if (request.url === '/v1/models') return response.end('{"data": [{"id": "lema-fake", "owned_by": "library"}]}');
  if (request.url !== '/v1/chat/completions') return response.end('{}');
  if (behaviour === 'does not answer') return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end('data: {"choices": [{"index": 0, "delta": {"content": "5"}, "finish_reason": "stop"}]}\\n\\ndata: [DONE]\\n\\n');
}).listen(Number(port), '127.0.0.1');
`;
