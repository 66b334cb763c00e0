/** When the rules that are followed were last read in AWS's documentation: what is handed out says of which day it speaks. */
export const RULES_AS_OF = 'November 2026';
