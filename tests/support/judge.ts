/** The judges of cases, one for each kind: what differs, in words; nothing means that the case holds. */
export { judgeAudit } from './judge/audit';
export { judgeLesson } from './judge/lesson';
export { judgeReasoning } from './judge/reasoning';
export { judgeLeastPrivilege } from './judge/least-privilege';
export { judgeText } from './judge/text';
