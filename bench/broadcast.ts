// The peer: what is posted goes to every open socket at once. Nothing is kept, nobody is asked who they are.

import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const said = Buffer.concat(parts).toString();
    for (const socket of sockets.clients) socket.send(said);
    response.end();
  });
});
const sockets = new WebSocketServer({ server });
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log('listening'));
