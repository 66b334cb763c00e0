/** What an expression is told by, each pattern made once: one in the place where it is used would be made anew each time. */

export const PLUS = /\+(?![+=])/y;
export const AWAITED = /(?:await|new)\b/y;
export const UNARY = /(?:!|-(?!\d)|typeof\b|not\b|lambda\b|yield\b)/y;
export const STEP = /\?\.(?=[A-Za-z_$])|\.(?!\.)/y;
export const TYPES = /<[\w.,\s[\]|]{1,80}>(?=\()/y;
export const SURE = /!(?!=)/y;
export const ARGUMENT = /[A-Za-z_]\w*(?=\s*=(?!=))/y;
export const STARS = /\*{1,2}/y;
export const TWO_STARS = /\*\*/y;
export const DOTS = /\.\.\./y;
export const NUMBER = /-?\d[\d_]*(?:\.\d+)?(?![\w.])/y;
export const ARROW = /\s*=>/y;
