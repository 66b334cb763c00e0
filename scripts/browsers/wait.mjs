/** Waiting, with an end to it. */
import { once } from 'node:events';
import { createServer } from 'node:net';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is neither undefined nor false; says what it waited for when time is up. */
export async function until(what, ask, most = 15_000) {
  const end = Date.now() + most;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false && answer !== null) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(`waited ${most / 1000} s until ${what}${last ? ` (${last.message})` : ''}`);
    await sleep(60);
  }
}

/** The end of a program that was told to end. */
export async function ended(child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
