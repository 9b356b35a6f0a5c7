// Drills: captures and the truth about them. One is played through the real engine, what the engine and the team found is
// held against what was to be found, and the difference is a score that anybody can work out again from the files of the
// run. A drill can also be made from real traffic, without anything in it that names whom it came from.
