/** The loaded account in the browser's own database, only where the person said so. It never leaves the browser. */
import { openDB, type IDBPDatabase } from 'idb';

const STORE = 'files';

function database(): Promise<IDBPDatabase> {
  return openDB('verdict-account', 1, {
    upgrade: (db) => {
      db.createObjectStore(STORE, { autoIncrement: true });
    },
  });
}

/** Keeps the files in place of those kept before; false where the browser refuses (private windows, no room). */
export async function keepFiles(files: readonly File[]): Promise<boolean> {
  try {
    const db = await database();
    const change = db.transaction(STORE, 'readwrite');
    await change.store.clear();
    for (const file of files) await change.store.add(file);
    await change.done;
    db.close();
    return true;
  } catch {
    return false;
  }
}

/** The files that were kept, in their order; none where nothing was kept or the browser has no database. */
export async function keptFiles(): Promise<readonly File[]> {
  try {
    const db = await database();
    const files = (await db.getAll(STORE)) as readonly File[];
    db.close();
    return files;
  } catch {
    return [];
  }
}

export async function forgetFiles(): Promise<void> {
  await keepFiles([]);
}
