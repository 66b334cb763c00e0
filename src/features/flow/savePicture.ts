/** Saves the picture to the person's disk: as SVG with fonts by name, as PNG with the page's own fonts inside. */
import sans from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url';
import mono from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url';
import { saveFile } from '../../store/browser/files';
import type { Drawing } from '../../drawing/marks';
import { svgOf } from '../../drawing/svg';
import { THEMES, type Theme } from '../../drawing/themes';

/** Pixels of the file for each of the picture. */
const SCALE = 2;

/** The theme that the page has now, be it chosen or the system's. */
function currentTheme(): Theme {
  return THEMES[getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light'];
}

export function saveSvg(drawing: Drawing, name: string): void {
  saveFile(`${name}.svg`, svgOf(drawing, currentTheme()), 'image/svg+xml');
}

/** @throws when the browser cannot draw the picture or has no room for it */
export async function savePng(drawing: Drawing, name: string): Promise<void> {
  const image = new Image();
  image.src = await asDataUrl(
    new Blob([await withFonts(svgOf(drawing, currentTheme()))], { type: 'image/svg+xml' }),
  );
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width * SCALE;
  canvas.height = drawing.height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser gave no image');
  saveFile(`${name}.png`, blob);
}

/** An image may load nothing from outside itself, so the fonts go inside. */
async function withFonts(svg: string): Promise<string> {
  const faces = await Promise.all([
    face('IBM Plex Sans', '100 700', sans),
    face('IBM Plex Mono', '400', mono),
  ]);
  return svg.replace('<title>', `<style>${faces.join('')}</style><title>`);
}

async function face(family: string, weight: string, url: string): Promise<string> {
  const font = await (await fetch(url)).blob();
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${await asDataUrl(font)})}`;
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the blob cannot be read')));
    reader.readAsDataURL(blob);
  });
}
