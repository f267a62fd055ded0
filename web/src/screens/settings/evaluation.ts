// The report of an evaluation, as the server writes it (the same document as `tidewaiter evaluate --json`).

/** A share of things counted with its 95 % interval. */
export interface Rate { hits: number; of: number; rate: number; low: number; high: number }
/** The ranking at one share of consignments inspected. */
export interface AtShare {
  share: number; capacity: boolean; considered: number; inspected: number; base: Rate; by_score: Rate; by_tax: Rate;
  random_hits_expected: number; lift: number; lift_by_tax: number; best_precision: number;
  recall_by_kind: Record<string, Rate>; recall_by_kind_by_tax: Record<string, Rate>;
}
export interface EvaluationReport {
  assessed: number; wrong: number; from: string; to: string; looks: number; missed: number;
  at: AtShare[]; indicators: Record<string, Rate>; honest: Record<string, Rate>;
}
export interface EvaluationAnswer { state: 'none' | 'running' | 'done' | 'failed'; report: EvaluationReport | null; available: boolean; failed?: string | null }

/**
 * The lift's interval: that of the precision among the inspected, divided by the base rate. The base is counted over all
 * consignments and moves far less, so its own spread is left out.
 */
export function liftInterval(at: AtShare): [number, number] | null {
  return at.base.rate > 0 ? [at.by_score.low / at.base.rate, at.by_score.high / at.base.rate] : null;
}

/** A kind such as `false_origin` in plain letters; kinds are codes of the world's truth, not words of ours. */
export function plainKind(kind: string): string {
  return kind.replaceAll('_', ' ');
}
