package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"
)

type child struct {
	name string
	path string
	args []string
}

// Starts the components, starts those again that die, and says their process ids in a file, for tests that kill them.
type supervisor struct {
	dir          string
	pidFile      string
	restartAfter time.Duration
	starts       chan func()
	mutex        sync.Mutex
	running      map[string]*exec.Cmd
	stopping     bool
	ended        sync.WaitGroup
}

func newSupervisor(dir string, restartAfter time.Duration) *supervisor {
	s := &supervisor{
		dir: dir, pidFile: filepath.Join(dir, "pids.json"), restartAfter: restartAfter,
		starts: make(chan func()), running: map[string]*exec.Cmd{},
	}
	go func() {
		// A child is told of its parent's death when the thread that started it ends.
		runtime.LockOSThread()
		for start := range s.starts {
			start()
		}
	}()
	return s
}

func (s *supervisor) run(c child) {
	s.ended.Add(1)
	go func() {
		defer s.ended.Done()
		for {
			cmd, err := s.start(c)
			if err != nil {
				fmt.Fprintf(os.Stderr, "%s: %v\n", c.name, err)
				return
			}
			if cmd == nil {
				return
			}
			_ = cmd.Wait()
			if s.isStopping() {
				return
			}
			fmt.Fprintf(os.Stderr, "%s ended (%v), again in %v\n", c.name, cmd.ProcessState, s.restartAfter)
			time.Sleep(s.restartAfter)
		}
	}()
}

// Gives nil when all is being stopped.
func (s *supervisor) start(c child) (*exec.Cmd, error) {
	log, err := os.OpenFile(filepath.Join(s.dir, c.name+".log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd := exec.Command(c.path, c.args...)
	cmd.Stdout, cmd.Stderr = log, log
	dieWithParent(cmd)
	result := make(chan error)
	s.starts <- func() {
		s.mutex.Lock()
		defer s.mutex.Unlock()
		if s.stopping {
			cmd = nil
			result <- nil
			return
		}
		err := cmd.Start()
		if err == nil {
			s.running[c.name] = cmd
			err = s.writePids()
		}
		result <- err
	}
	return cmd, <-result
}

func (s *supervisor) writePids() error {
	pids := map[string]int{}
	for name, cmd := range s.running {
		pids[name] = cmd.Process.Pid
	}
	text, _ := json.Marshal(pids)
	return os.WriteFile(s.pidFile, text, 0o600)
}

func (s *supervisor) isStopping() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.stopping
}

// Ends all children, those that do not listen by force. None is asked to save anything: the folder goes with the run.
func (s *supervisor) stop() {
	s.mutex.Lock()
	s.stopping = true
	for _, cmd := range s.running {
		_ = cmd.Process.Signal(syscall.SIGTERM)
	}
	s.mutex.Unlock()
	force := time.AfterFunc(3*time.Second, func() {
		s.mutex.Lock()
		defer s.mutex.Unlock()
		for _, cmd := range s.running {
			_ = cmd.Process.Kill()
		}
	})
	s.ended.Wait()
	force.Stop()
}
