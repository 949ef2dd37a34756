-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('invitation', 'reset');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "passwordGiven" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "passwordSetAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "endsAt" TIMESTAMPTZ(3),
ADD COLUMN     "idleMinutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3),
ADD COLUMN     "passwordDue" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stepDue" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "AddressAttempt" (
    "address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AddressAttempt_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "FormerPassword" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormerPassword_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondStep" (
    "accountId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SecondStep_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "accountId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("accountId","codeHash")
);

-- CreateIndex
CREATE INDEX "FormerPassword_accountId_endedAt_idx" ON "FormerPassword"("accountId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_accountId_idx" ON "OneTimeLink"("accountId");

-- Passwords age from now on. Those of a demonstration do not: its accounts share one hash, and by chance no two can.
UPDATE "Account" SET "passwordSetAt" = now() WHERE "passwordHash" NOT IN (
  SELECT "passwordHash" FROM "Account" GROUP BY "passwordHash" HAVING count(*) > 1
);

-- Three administrators (三员分立): whoever is one of them is nothing else, whoever asks. The account's row is
-- locked, so that of two grants at once the second sees the first.
CREATE FUNCTION "refuseMixedRoles"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Account" WHERE id = NEW."accountId" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM "RoleGrant" AS one JOIN "RoleGrant" AS other USING ("accountId")
    WHERE "accountId" = NEW."accountId"
      AND one.role IN ('systemAdmin', 'securityAdmin', 'auditor')
      AND other.role <> one.role
  ) THEN
    RAISE EXCEPTION 'account % would be an administrator and something else', NEW."accountId";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "mixedRoles" AFTER INSERT OR UPDATE ON "RoleGrant"
  FOR EACH ROW EXECUTE FUNCTION "refuseMixedRoles"();
