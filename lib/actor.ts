import type { Role } from "@/generated/prisma/enums";

/** The person who acts: the first argument of every domain function, never ambient. */
export type Actor = {
  id: string;
  account: string;
  name: string;
  phone: string;
  officeId: string;
  officeName: string;
  roles: readonly Role[];
};
