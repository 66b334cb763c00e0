/** Steps of a command on the terminal: one line each while all is well, the whole output where one fails. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Without a terminal a dot tells now and then that a long step goes on. */
const DOT_MS = 15_000;

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/** Shows a line while something runs; answers with what to call when it ended. */
function beginLine(name) {
  const since = Date.now();
  const { isTTY } = process.stdout;
  let frame = 0;
  if (!isTTY) process.stdout.write(`${name} `);
  const timer = setInterval(
    () => process.stdout.write(isTTY ? `\r${FRAMES[frame++ % FRAMES.length]} ${name}` : '.'),
    isTTY ? 120 : DOT_MS,
  );
  return (passed, remark) => {
    clearInterval(timer);
    const end = `${passed ? '✓' : '✗'} ${name} (${seconds(since)}${remark ? `, ${remark}` : ''})`;
    process.stdout.write(
      isTTY
        ? `\r\u001b[K${end}\n`
        : ` ${passed ? 'ok' : 'failed'}, ${seconds(since)}${remark ? `, ${remark}` : ''}\n`,
    );
  };
}

/** Runs a command to its end; answers whether it succeeded, and all that it printed. */
function run(command, args, env) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    child.stdout.on('data', (data) => printed.push(data));
    child.stderr.on('data', (data) => printed.push(data));
    const end = (passed) => resolve({ passed, output: Buffer.concat(printed).toString() });
    child.on('error', (error) => {
      printed.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * Runs a command as one line. What it prints is kept and shown when it fails.
 * @returns whether it succeeded, and all that it printed
 */
export async function step(name, command, args, { env = process.env, remark = () => undefined } = {}) {
  const endLine = beginLine(name);
  const { passed, output } = await run(command, args, env);
  endLine(passed, remark(output));
  if (!passed) console.log(`\n${output.trimEnd()}\n`);
  return { passed, output };
}

/**
 * Runs several commands side by side as one line. What those printed that failed is shown under their names.
 * @param commands each with its name, its program and its arguments
 * @returns the names of those that failed
 */
export async function steps(name, commands, { env = process.env, remark = () => undefined } = {}) {
  const endLine = beginLine(name);
  const ends = await Promise.all(commands.map(([, command, args]) => run(command, args, env)));
  const failed = commands.flatMap(([each], index) => (ends[index].passed ? [] : [{ each, ...ends[index] }]));
  endLine(failed.length === 0, remark(ends[0].output));
  for (const { each, output } of failed) console.log(`\n${each}:\n${output.trimEnd()}\n`);
  return failed.map(({ each }) => each);
}
