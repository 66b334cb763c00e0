/**
 * One seed for every property in the whole run, so that the same tree gives the same answer twice: what fails is
 * the change under test. `npm run fuzz` looks elsewhere, with seeds and sizes of its own.
 */
import fc from 'fast-check';

const seed = Number(process.env['SEED'] ?? 20261130);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
