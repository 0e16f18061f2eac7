/** The roles that people have, several possible; `admin` keeps people, devices and settings and calls nobody. */
export const staffRoles = ['clerk', 'guide', 'supervisor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]
