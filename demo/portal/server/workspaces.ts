/** The workspaces that one account opens; two-factor authentication applies to all of them (R57). */
export const WORKSPACES = ["Fernhill", "Lindqvist Audit", "Mansour Payroll", "Harbor Street Clinic"] as const;
