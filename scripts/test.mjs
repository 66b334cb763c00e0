/** `npm test`: sets itself up, then runs every check, ending with the built page in a real browser. */
import { browser, checkNode, fail, installPackages } from './setup.mjs';
import { steps } from './steps.mjs';

checkNode();
await installPackages();
const chromium = await browser();

/** How many tests passed, as the runner's last lines say. */
const counted = (output) => {
  // Runners colour their lines.
  // oxlint-disable-next-line no-control-regex
  const plain = output.replaceAll(/\u001b\[[0-9;]*m/g, '');
  return /Tests +(?:.*\| )?(\d+ passed)/.exec(plain)?.[1] ?? /^ +(\d+ passed)/m.exec(plain)?.[1];
};

const CHECKS = [
  // Each of these keeps one core busy; the longest begins first.
  [
    ['types', 'test:types'],
    ['lint', 'test:lint'],
    ['the rest of lint', 'test:lint:rest'],
    ['format', 'test:format'],
    ['build', 'build'],
  ],
  [['unit tests, cases, architecture', 'test:unit', counted]],
  [['size', 'test:size']],
  [['end to end', 'test:e2e', counted]],
];
/** What looks at the built page. */
const OF_THE_BUILD = ['test:size', 'test:e2e'];

const failed = [];
const env = { ...process.env, TZ: 'UTC', PLAYWRIGHT_CHROMIUM: chromium };
for (const together of CHECKS) {
  if (failed.includes('build') && together.every(([, script]) => OF_THE_BUILD.includes(script))) continue;
  const name = together.map(([each]) => each).join(', ');
  const commands = together.map(([each, script]) => [each, 'npm', ['run', '--silent', script]]);
  const lost = await steps(name, commands, { env, remark: together[0][2] });
  failed.push(...lost);
}
console.log('');
if (failed.length > 0) fail(`Failed: ${failed.join(', ')}.`);
console.log(`${CHECKS.flat().length} passed, 0 failed`);
