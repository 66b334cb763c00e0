/** The further authorizations that AWS documents, by action. */
import type { LinkedRequest, Request } from '../../case/scenario';
import { ec2Templates } from './ec2';
import { roleTemplates } from './roles';
import { s3Templates } from './s3';
import { serviceTemplates } from './services';
import type { CallTemplate } from './types';

export type { CallTemplate, TemplateField } from './types';

export const TEMPLATES: readonly CallTemplate[] = [
  ...s3Templates,
  ...ec2Templates,
  ...roleTemplates,
  ...serviceTemplates,
];

/** What AWS may check besides an action. */
export function templatesFor(action: string): readonly CallTemplate[] {
  const lower = action.toLowerCase();
  return TEMPLATES.filter(({ actions }) => actions.includes(lower));
}

/** The further requests of a template; a field that is left alone keeps what it starts with. */
export function fromTemplate(
  template: CallTemplate,
  request: Request,
  values: Readonly<Record<string, string>>,
): readonly LinkedRequest[] {
  return template.make(request, (id) => {
    const value = (values[id] ?? '').trim();
    return value !== '' ? value : (template.fields.find((field) => field.id === id)?.start(request) ?? '');
  });
}
