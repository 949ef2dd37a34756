-- CreateEnum
CREATE TYPE "Role" AS ENUM ('contributor', 'officeLead', 'editor', 'reviewer', 'signer', 'reader', 'systemAdmin', 'securityAdmin', 'auditor');

-- CreateEnum
CREATE TYPE "OfficeKind" AS ENUM ('secretariat', 'county', 'committee');

-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('story', 'brief');

-- CreateEnum
CREATE TYPE "Layout" AS ENUM ('weekly', 'flash', 'newspaper');

-- CreateEnum
CREATE TYPE "Marking" AS ENUM ('ordinary', 'internal');

-- CreateEnum
CREATE TYPE "ItemState" AS ENUM ('draft', 'awaitingOfficeSignOff', 'submitted', 'returned', 'withdrawn', 'adopted', 'merged', 'declined', 'published');

-- CreateEnum
CREATE TYPE "IssueState" AS ENUM ('compiling', 'inReview', 'sentBack', 'approved', 'signed', 'distributed', 'corrected', 'recalled', 'void');

-- CreateEnum
CREATE TYPE "Series" AS ENUM ('regular', 'supplement');

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" "OfficeKind" NOT NULL,
    "parentId" UUID,
    "order" INTEGER NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "signOff" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "officeId" UUID NOT NULL,
    "officialId" UUID,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("accountId","role")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "account" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("account")
);

-- CreateTable
CREATE TABLE "Official" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "officeId" UUID,

    CONSTRAINT "Official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficialTitle" (
    "id" UUID NOT NULL,
    "officialId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "OfficialTitle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "marking" "Marking" NOT NULL DEFAULT 'ordinary',
    "layout" "Layout" NOT NULL,
    "order" INTEGER NOT NULL,
    "periodDays" INTEGER NOT NULL DEFAULT 7,
    "runningTotal" BOOLEAN NOT NULL DEFAULT false,
    "lists" JSONB NOT NULL,
    "imprint" JSONB NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "style" "Kind" NOT NULL,
    "order" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "publicationId" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("publicationId","series","year")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "state" "ItemState" NOT NULL DEFAULT 'draft',
    "kind" "Kind" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submissions" INTEGER NOT NULL DEFAULT 0,
    "headline" TEXT[],
    "publicationId" UUID,
    "sectionId" UUID,
    "date" DATE,
    "place" TEXT NOT NULL DEFAULT '',
    "officialIds" UUID[],
    "blocks" JSONB NOT NULL,
    "imageIds" UUID[],
    "plain" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "priority" BOOLEAN NOT NULL DEFAULT false,
    "needsCheck" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "imageIds" UUID[],

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "ItemRead" (
    "itemId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "ItemRead_pkey" PRIMARY KEY ("itemId","accountId")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploadedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "state" "IssueState" NOT NULL DEFAULT 'compiling',
    "series" "Series" NOT NULL DEFAULT 'regular',
    "version" INTEGER NOT NULL DEFAULT 1,
    "year" INTEGER NOT NULL,
    "number" INTEGER,
    "total" INTEGER,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "periodFrom" DATE,
    "periodTo" DATE,
    "date" DATE,
    "editorNote" TEXT NOT NULL DEFAULT '',
    "lists" JSONB NOT NULL,
    "imprint" JSONB NOT NULL,
    "compilerIds" UUID[],
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "distributedAt" TIMESTAMPTZ(3),
    "voidReason" TEXT,
    "content" JSONB,
    "contentHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IssueSection" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "style" "Kind" NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "IssueSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "itemId" UUID,
    "submission" INTEGER,
    "kind" "Kind" NOT NULL,
    "order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "headline" TEXT[],
    "date" DATE,
    "place" TEXT NOT NULL DEFAULT '',
    "officialIds" UUID[],
    "blocks" JSONB NOT NULL,
    "imageIds" UUID[],

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryRevision" (
    "entryId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "headline" TEXT[],
    "blocks" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EntryRevision_pkey" PRIMARY KEY ("entryId","version")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "labels" TEXT[],
    "deliveredAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL DEFAULT '',
    "act" TEXT NOT NULL,
    "refused" BOOLEAN NOT NULL DEFAULT false,
    "itemId" UUID,
    "issueId" UUID,
    "entryId" UUID,
    "subjectId" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Office_name_key" ON "Office"("name");

-- CreateIndex
CREATE INDEX "Office_order_idx" ON "Office"("order");

-- CreateIndex
CREATE UNIQUE INDEX "Account_account_key" ON "Account"("account");

-- CreateIndex
CREATE UNIQUE INDEX "Account_officialId_key" ON "Account"("officialId");

-- CreateIndex
CREATE INDEX "Account_officeId_idx" ON "Account"("officeId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Official_rank_idx" ON "Official"("rank");

-- CreateIndex
CREATE INDEX "OfficialTitle_officialId_idx" ON "OfficialTitle"("officialId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_name_key" ON "Publication"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Section_publicationId_title_key" ON "Section"("publicationId", "title");

-- CreateIndex
CREATE INDEX "Item_officeId_updatedAt_idx" ON "Item"("officeId", "updatedAt");

-- CreateIndex
CREATE INDEX "Item_state_submittedAt_idx" ON "Item"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Item_imageIds_idx" ON "Item" USING GIN ("imageIds");

-- CreateIndex
CREATE INDEX "Submission_imageIds_idx" ON "Submission" USING GIN ("imageIds");

-- CreateIndex
CREATE INDEX "Attachment_itemId_idx" ON "Attachment"("itemId");

-- CreateIndex
CREATE INDEX "Issue_state_updatedAt_idx" ON "Issue"("state", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "issue_number_once" ON "Issue"("publicationId", "series", "year", "number", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "issue_total_once" ON "Issue"("publicationId", "total", "edition");

-- CreateIndex
CREATE INDEX "IssueSection_issueId_order_idx" ON "IssueSection"("issueId", "order");

-- CreateIndex
CREATE INDEX "Entry_sectionId_order_idx" ON "Entry"("sectionId", "order");

-- CreateIndex
CREATE INDEX "Entry_itemId_idx" ON "Entry"("itemId");

-- CreateIndex
CREATE INDEX "Entry_imageIds_idx" ON "Entry" USING GIN ("imageIds");

-- CreateIndex
CREATE UNIQUE INDEX "entry_item_once_an_issue" ON "Entry"("issueId", "itemId");

-- CreateIndex
CREATE INDEX "Delivery_accountId_deliveredAt_idx" ON "Delivery"("accountId", "deliveredAt");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_once_a_reader" ON "Delivery"("issueId", "accountId");

-- CreateIndex
CREATE INDEX "Event_itemId_id_idx" ON "Event"("itemId", "id");

-- CreateIndex
CREATE INDEX "Event_issueId_id_idx" ON "Event"("issueId", "id");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Official" ADD CONSTRAINT "Official_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficialTitle" ADD CONSTRAINT "OfficialTitle_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Counter" ADD CONSTRAINT "Counter_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemRead" ADD CONSTRAINT "ItemRead_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssueSection" ADD CONSTRAINT "IssueSection_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "IssueSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryRevision" ADD CONSTRAINT "EntryRevision_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;
