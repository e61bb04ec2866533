# Loads every tabular export as its users in R do, with the column types of the format, and prints one line a table:
# name, rows, and the class of each column. A value that does not fit its type stops the script.
folder <- commandArgs(trailingOnly = TRUE)[1]
path <- function(name) file.path(folder, name)
say <- function(name, frame) cat(name, nrow(frame), vapply(frame, function(one) class(one)[1], ""), sep = "\t", fill = FALSE)

tabbed <- function(name, columns, ...) {
  read.delim(path(name), colClasses = columns, quote = "", comment.char = "", encoding = "UTF-8", check.names = FALSE, ...)
}

gdelt <- rep("character", 61)
gdelt[c(1, 5, 31, 35, 41, 42, 49, 50, 57, 58)] <- "numeric"
gdelt[c(2, 4, 26, 30, 32, 33, 34, 36, 44, 52)] <- "integer"
say("gdelt", tabbed("out.gdelt", gdelt, header = FALSE, na.strings = "")); cat("\n")

mentions <- rep("character", 16)
mentions[1] <- "numeric"
mentions[c(4, 7, 8, 9, 10, 11, 12, 13)] <- "integer"
say("mentions", tabbed("out.mentions.gdelt", mentions, header = FALSE, na.strings = "")); cat("\n")

polecat <- rep("character", 40)
polecat[c(2, 35)] <- "Date"
polecat[c(5, 29, 30)] <- "numeric"
polecat[c(10, 18)] <- "integer"
say("polecat", tabbed("out.polecat", polecat, header = TRUE, na.strings = "None")); cat("\n")

icews <- rep("character", 20)
icews[2] <- "Date"
icews[c(8, 19, 20)] <- "numeric"
icews[13] <- "integer"
say("icews", tabbed("out.icews", icews, header = TRUE, na.strings = "")); cat("\n")

phoenix <- rep("character", 26)
phoenix[c(2, 3, 16)] <- "integer"
phoenix[c(17, 19, 20)] <- "numeric"
say("phoenix", tabbed("out.phoenix", phoenix, header = FALSE, na.strings = "")); cat("\n")

frame <- read.csv(path("out.csv"), encoding = "UTF-8", na.strings = "", colClasses = c(day_first = "Date", low = "numeric", sources = "integer"))
say("csv", frame); cat("\n")
