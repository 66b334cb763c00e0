/** The picture as a slide: to the clipboard as an image with its sentence as text, or to the disk. */
import sans from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url';
import mono from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url';
import type { Scenario } from '../../case/scenario';
import { secondRefusal } from '../../engine/lifted';
import type { Drawing } from '../../drawing/marks';
import { svgOf } from '../../drawing/svg';
import { THEMES } from '../../drawing/themes';
import { flowSpec } from '../../explain/drawing/flow-spec';
import { secondClause, withSecond } from '../../explain/drawing/second';
import { drawSlide } from '../../explain/drawing/slide';
import { plain } from '../../explain/rich';
import { encodeLink, LinkError } from '../../formats/link';
import { addressWith } from '../../store/browser/fragment';
import { saveFile } from '../../store/browser/files';
import { evaluationOf, explanationOf } from '../../store/derive';
import { handedOut, type Sharing } from '../../store/sharing';

/** Pixels of the file for each of the picture. */
const SCALE = 2;
const NAME = 'verdict-slide';

export type ThemeName = keyof typeof THEMES;

export interface SlideChoice {
  readonly theme: ThemeName;
  /** What is hidden in the link is hidden in the picture. */
  readonly sharing: Sharing;
}

interface Slide {
  readonly drawing: Drawing;
  /** The sentence, where it stands, and the link. */
  readonly text: string;
}

/** The theme that the page has now, be it chosen or the system's. */
export function currentTheme(): ThemeName {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
}

async function slideOf(asked: Scenario, { sharing }: SlideChoice): Promise<Slide> {
  const taken = handedOut(asked, sharing);
  const scenario = sharing.hide ? (await import('../../mask/mask')).maskScenario(taken).scenario : taken;
  const evaluation = evaluationOf(scenario);
  const explanation = explanationOf(scenario);
  const second = secondRefusal(scenario);
  const told = second && secondClause(scenario, evaluation, second);
  const clause = told ? `${told.lead} ${told.rest}.` : explanation.note ? plain(explanation.note) : '';
  const spec = withSecond(flowSpec(scenario, evaluation), second);
  const link = await linkOf(scenario);
  const drawing = drawSlide(scenario, evaluation, {
    spec,
    explanation,
    clause,
    link: link.replace(/^https?:\/\//, ''),
  });
  const [quote] = explanation.quotes;
  const line = quote ? `${quote.policy}, line ${quote.line}` : '';
  const sentence = [explanation.lead, plain(explanation.sentence)].filter(Boolean).join(' ');
  return { drawing, text: [sentence, clause, line, link].filter(Boolean).join('\n') };
}

/** Empty for a case that is too large for a link. */
async function linkOf(scenario: Scenario): Promise<string> {
  try {
    return addressWith(await encodeLink(scenario));
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return '';
  }
}

export async function saveSvg(scenario: Scenario, choice: SlideChoice): Promise<void> {
  const { drawing } = await slideOf(scenario, choice);
  saveFile(`${NAME}.svg`, await withFonts(svgOf(drawing, THEMES[choice.theme])), 'image/svg+xml');
}

/** @throws when the browser cannot draw the picture or has no room for it */
export async function savePng(scenario: Scenario, choice: SlideChoice): Promise<void> {
  const { drawing } = await slideOf(scenario, choice);
  saveFile(`${NAME}.png`, await pngOf(drawing, choice.theme));
}

/** @throws when the browser lets the page copy no image */
export async function copyImage(scenario: Scenario, choice: SlideChoice): Promise<void> {
  // The clipboard is asked at once, while the click still counts, and waits for what is drawn.
  const made = slideOf(scenario, choice);
  await navigator.clipboard.write([
    new ClipboardItem({
      'image/png': made.then(({ drawing }) => pngOf(drawing, choice.theme)),
      'text/plain': made.then(({ text }) => new Blob([text], { type: 'text/plain' })),
    }),
  ]);
}

async function pngOf(drawing: Drawing, theme: ThemeName): Promise<Blob> {
  const image = new Image();
  const svg = await withFonts(svgOf(drawing, THEMES[theme]));
  image.src = await asDataUrl(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width * SCALE;
  canvas.height = drawing.height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser gave no image');
  return blob;
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
