import type { Role } from "@/generated/prisma/enums";

/** Someone whose tray the person looks after for a time (代阅). */
export type Principal = { id: string; name: string; mayInstruct: boolean };

/** The person who acts: the first argument of every domain function, never ambient. */
export type Actor = {
  id: string;
  account: string;
  name: string;
  phone: string;
  officeId: string;
  officeName: string;
  roles: readonly Role[];
  /** Who they are on the roster, if anybody: a leader. */
  officialId?: string | null;
  principals?: readonly Principal[];
};
