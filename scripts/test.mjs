/** `npm test`: sets itself up, then runs every check, ending with the built page in a real browser. */
import { browser, checkNode, fail, installPackages, run } from './setup.mjs';

checkNode();
installPackages();
const chromium = await browser();

const CHECKS = [
  ['types', 'test:types'],
  ['lint', 'test:lint'],
  ['format', 'test:format'],
  ['unit tests, cases, architecture', 'test:unit'],
  ['build', 'build'],
  ['size', 'test:size'],
  ['end to end', 'test:e2e'],
];

const failed = [];
for (const [name, script] of CHECKS) {
  console.log(`\n── ${name} ──`);
  const env = { ...process.env, TZ: 'UTC', PLAYWRIGHT_CHROMIUM: chromium };
  if (run('npm', ['run', '--silent', script], { env })) continue;
  failed.push(name);
  // Without a build there is no page to drive.
  if (script === 'build') break;
}
console.log('');
if (failed.length > 0) fail(`Failed: ${failed.join(', ')}.`);
console.log(`${CHECKS.length} passed, 0 failed`);
