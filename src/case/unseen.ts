/** Policies that are known by name only: they stand in their layer, and count as unknown. */
import type { Policy } from './scenario';
import { isUnseenText, unseenText } from '../language/unseen';

/** A policy whose text is not at hand, with the commands that show it as its text. */
export function unseenPolicy(name: string, commands: readonly string[], via?: string): Policy {
  return {
    name,
    text: unseenText('only its name is known. To see it:', commands),
    ...(via !== undefined && { via }),
  };
}

export function isUnseen({ text }: Policy): boolean {
  return isUnseenText(text);
}

/** Is its own text still to come: known by name only, or by what AWS said had matched? */
export function isAwaited(policy: Policy): boolean {
  return policy.reported === true || isUnseen(policy);
}
