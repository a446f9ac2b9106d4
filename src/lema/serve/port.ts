import { createServer } from 'node:net';
import { findServers } from '../../model/find.ts';
import { StageError } from '../files/stage.ts';

/** A port on which nothing listens; 0 takes any. @throws StageError that tells who has it, or that it may not be had. */
export async function openPort(port: number, host: string): Promise<number> {
  const trouble = await new Promise<NodeJS.ErrnoException | number>(resolve => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
  if (typeof trouble === 'number') return trouble;
  if (trouble.code === 'EACCES') throw new StageError(`port ${port} may not be opened by this user; choose one from 1024 with --port`);
  if (trouble.code !== 'EADDRINUSE')
    throw new StageError(`${host} cannot be listened on (${trouble.code ?? trouble.message}); choose another address with --host`);
  const [server] = await findServers({ ports: [port] });
  const who = server ? `${server.name}${server.models.length > 0 ? `, which serves ${server.models.join(', ')}` : ''}` : 'another program';
  throw new StageError(`port ${port} is taken by ${who}; stop it, or choose another port with --port`);
}
