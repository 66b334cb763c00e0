/** `npm start`: installs what is missing, builds the page and serves it. */
import { checkNode, fail, installPackages, root } from './setup.mjs';
import { step } from './steps.mjs';

checkNode();
await installPackages();
const { passed } = await step('build the page', 'npx', ['vite', 'build', '--logLevel', 'warn']);
if (!passed) fail('The build failed; its message above says why.');

const { preview } = await import('vite');
const server = await preview({ root, preview: { port: Number(process.env.PORT ?? 4173) } });
console.log('\nVerdict is served at:');
server.printUrls();
console.log('\nPress Ctrl+C to stop.');
