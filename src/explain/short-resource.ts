/** A resource by its last part, where that is enough to know it by. */
export function shortResource(resource: string): string {
  const parts = resource.split(':');
  return parts.length >= 6 ? parts.slice(5).join(':') : resource;
}
