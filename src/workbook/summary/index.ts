export type { FillPlan } from './fillPlan';
export { summaryIssues, type SummaryState, summaryState } from './issues';
export type { SummaryLayout } from './layout';
export { type PlanOptions, planSummary } from './plan';
export { findSummary } from './recognise';
