/**
 * The one way to zod. `jitless` must be set before the first schema is made: otherwise zod probes `new Function`,
 * which the page's content security policy reports. The mini build keeps the page's first script small.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
