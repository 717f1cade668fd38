export type { FillPlan } from './fillPlan';
export { fillState } from './fillState';
export { summaryIssues, summaryIssuesInSlices, type SummaryState, summaryState } from './issues';
export type { SummaryLayout, SummaryTable } from './layout';
export { findSummaries, type PlanOptions, planSummary, planSummaryInSlices } from './plan';
export { findSummary } from './recognise';
export { rowKind } from './rowKinds';
export { isSealLine, sealLineText } from './sealLine';
export { summaryDefinition } from './columns';
