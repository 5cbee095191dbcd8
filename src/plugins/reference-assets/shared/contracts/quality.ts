/** One line of the quality report: what was promised, what the file says. */
export interface QualityCheck {
  name: string;
  expected: string | number | boolean;
  actual: string | number | boolean;
  passed: boolean;
  /** It asks for a look and keeps nothing from review. */
  advisory?: true;
  /** The beat it is about; without it the check is about the whole video. */
  beatId?: string;
}
export interface QualityReport {
  passed: boolean;
  checks: QualityCheck[];
}
