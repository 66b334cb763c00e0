/** `npm start`: installs what is missing, builds the page and serves it. */
import { checkNode, fail, installPackages, root, run } from './setup.mjs';

checkNode();
installPackages();
if (!run('npx', ['vite', 'build', '--logLevel', 'warn']))
  fail('The build failed; its message above says why.');

const { preview } = await import('vite');
const server = await preview({ root, preview: { port: Number(process.env.PORT ?? 4173) } });
console.log('\nVerdict is served at:');
server.printUrls();
console.log('\nPress Ctrl+C to stop.');
