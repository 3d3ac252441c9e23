// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/data/class_outputs.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// By what the classes of a data set were found among the outputs of a network.
enum class ClassBasis {
  Names,     ///< each class has the output of the same name
  Numbers,   ///< the names of one side are numbers, which stand for positions on the other
  Position,  ///< the first class is the first output behind the background, and so on
  Given      ///< the user said which is which
};
/// "name", "number", "position", "map": as in "matched by ...".
std::string toString(ClassBasis basis);

/// Which output of a network each class of a data set is.
struct ClassMatching {
  ClassBasis basis = ClassBasis::Position;
  std::vector<int> outputs;  ///< of each class of the data: 0 ... spec.classes-1, background counted, or noOutput
  std::string doubt;         ///< what is to be said beside every number that comes of it; empty if there is nothing
  std::string problem;       ///< why labels can't be trained on, and what to do; empty if they can
  bool scorable = true;      ///< false: labels can't be scored on either, for the same reason
};

/// Finds each class by its name: exactly, then without regard to case, spaces, underscores, hyphens and the like, then
/// by an ImageNet synset ("n02123045 tabby") or one of several names ("tabby, tabby cat"). Numbers on one side are
/// positions. Where the network has no names, or none fits and there are as many outputs as classes, position is kept,
/// and `doubt` tells.
ClassMatching matchClasses(const MobileNetSpec& spec, const std::vector<std::string>& classNames);

/// Class by class in place.
ClassMatching matchByPosition(const MobileNetSpec& spec, const std::vector<std::string>& classNames);

/// How a network gets another head: "in a terminal: zipper train --from ...", with the network's
/// file ("MODEL" where it isn't known).
std::string howToTrainHead(const std::string& model);
/// ClassMatching::problem of more classes than the head has outputs.
std::string tooManyClasses(std::size_t classes, int outputs, const std::string& model);

/// As a recipe says: an output per class (or noOutput, leftOutOnPurpose: its images are left out; only the latter can
/// be trained without), none at all: by position. Error if these can't be outputs of the classes.
ClassMatching matchAsGiven(const MobileNetSpec& spec, const std::vector<std::string>& classNames,
                           const std::vector<int>& outputs);

/// Of images without classes (see hasClasses()): they can be neither trained on with labels nor scored on.
ClassMatching matchNoClasses();

/// As the user wishes: "names", "position", or a file (see class_file.h). A file may name the outputs: they become
/// those of `spec`.
ClassMatching matchAsWished(MobileNetSpec& spec, const std::vector<std::string>& classNames, const std::string& wish);

/// Fills in doubt and problem of classes that have no output; if none has one, they can't be scored on, and only the
/// problem is filled in. What `outputs` holds stays.
void judge(ClassMatching& matching, const MobileNetSpec& spec, const std::vector<std::string>& classNames);

/// True if the classes are the network's first ones, in order.
bool isInPlace(const ClassMatching& matching, const MobileNetSpec& spec);

}  // namespace zipper
