export function accountOf(count: number, padding?: number): string;
