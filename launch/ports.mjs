import { createServer } from 'node:net';

/** @param {number} port 0: any @returns {Promise<number | null>} null when it is taken */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/** The wanted port, or any free one when another program has it. @param {number} wanted */
export async function freePort(wanted) {
  const port = (await tryPort(wanted)) ?? (await tryPort(0));
  if (port === null) throw new Error('this machine has no free port');
  return port;
}
