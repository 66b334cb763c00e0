import type { LinkedRequest, Request } from '../../case/scenario';

/** Something that only the person knows, such as the ARN of the key. */
export interface TemplateField {
  readonly id: string;
  readonly label: string;
  /** What stands there at first, as far as the request tells; it ends where the person goes on. */
  readonly start: (request: Request) => string;
}

/** What else AWS checks for a call of some actions, as AWS documents it. */
export interface CallTemplate {
  readonly id: string;
  /** When it is so. */
  readonly title: string;
  /** What is checked then, and with what. Back-ticks round policy text. */
  readonly about: string;
  /** In small letters. */
  readonly actions: readonly string[];
  readonly fields: readonly TemplateField[];
  /** The further requests, with what was filled in by field. */
  readonly make: (request: Request, filled: (field: string) => string) => readonly LinkedRequest[];
  /** The AWS page that says so. */
  readonly page: string;
}
