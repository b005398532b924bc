/**
 * Users: each asks for its host again and again, and prints what it got as lines of JSON.
 * Arguments: the port of the gateway, and one JSON object with a host and headers for each user.
 */
import { Agent, request } from 'node:http';
import { Answer } from './answers';

const PAUSE = 15;
const [port, ...users] = process.argv.slice(2);

interface User {
  readonly host: string;
  readonly headers?: Record<string, string>;
}

function ask(user: string, { host, headers }: User, agent: Agent): Promise<Answer> {
  const at = Date.now();
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ user, at, status: 0, body: error.message });
    const asked = request({ host: '127.0.0.1', port: Number(port), agent, headers: { ...headers, host }, timeout: 15_000 }, (response) => {
      let body = '';
      response.on('data', (chunk) => body += chunk);
      response.on('end', () => resolve({ user, at, status: response.statusCode!, body }));
      response.on('error', fail);
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer within 15 s')));
    asked.on('error', fail);
    asked.end();
  });
}

async function use(text: string): Promise<void> {
  const { name, ...user } = JSON.parse(text);
  const agent = new Agent({ keepAlive: true });
  for (;;) {
    console.log(JSON.stringify(await ask(name, user, agent)));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

users.forEach((user) => void use(user));
