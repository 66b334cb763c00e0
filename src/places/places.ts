/** The places of the page, in the order of the bar. A place's code is fetched when it is opened for the first time. */
import { lazy, type ComponentType } from 'react';
import { PLACE_IDS, type PlaceId } from '../store/routes';
import CasePlace from './CasePlace';

export interface PlaceProps {
  /** Places that were opened stay mounted, so that nothing is lost: what costs time waits until it is seen. */
  readonly shown: boolean;
}

/** A link that skips to a part of the place: its id in the page, and the part's name. */
export interface SkipTarget {
  readonly id: string;
  readonly name: string;
}

export interface PagePlace {
  readonly id: PlaceId;
  /** In the bar. */
  readonly word: string;
  /** One sentence: what it answers. In the tooltip and the palette. */
  readonly title: string;
  readonly Content: ComponentType<PlaceProps>;
  readonly skip: readonly SkipTarget[];
}

const PLACES: Record<PlaceId, Omit<PagePlace, 'id'>> = {
  case: {
    word: 'Case',
    title: 'Why one request is denied or allowed',
    // The first screen: it comes with the page.
    Content: CasePlace,
    skip: [
      { id: 'verdict', name: 'the verdict' },
      { id: 'editor', name: 'the editor' },
    ],
  },
  compare: {
    word: 'Compare',
    title: 'What one version of the policies allows and the other does not',
    Content: lazy(() => import('./ComparePlace')),
    skip: [{ id: 'compare-answer', name: 'the answer' }],
  },
  tighten: {
    word: 'Tighten',
    title: 'Least privilege: what was used, and what can go',
    Content: lazy(() => import('./TightenPlace')),
    skip: [{ id: 'tighten-answer', name: 'the answer' }],
  },
  account: {
    word: 'Account',
    title: 'Who in the account can do what',
    Content: lazy(() => import('./AccountPlace')),
    skip: [{ id: 'account-answer', name: 'the answer' }],
  },
  learn: {
    word: 'Learn',
    title: 'Lessons: how IAM decides',
    Content: lazy(() => import('./LearnPlace')),
    skip: [{ id: 'learn-answer', name: 'the answer' }],
  },
};

export function placeOf(id: PlaceId): PagePlace {
  return { id, ...PLACES[id] };
}

export const ALL_PLACES: readonly PagePlace[] = PLACE_IDS.map(placeOf);
