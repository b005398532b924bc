/**
 * All pods at once: one server on every address of the network namespace, which answers with the address that it was
 * reached at, so that an answer tells its pod.
 */
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  response.end(request.socket.localAddress);
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '0.0.0.0', () => console.log('ready'));
